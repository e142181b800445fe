import react from '@vitejs/plugin-react';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;

/** Scripts and styles are zipped once, here: the server sends the file that the browser takes (apps/api/src/web.ts). */
const zippedBeside: Plugin = {
  name: 'zipped-beside',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
      const file = path.join(dir, name);
      const bytes = fs.readFileSync(file);
      fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
      fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes));
    }
  },
};

/** The page names what src/App.tsx is made of: its scripts come together with main.ts, which asks for them. */
const appWithMain: Plugin = {
  name: 'app-with-main',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const files = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || files.has(file)) return;
        files.add(file);
        chunk.viteMetadata?.importedCss.forEach((style) => files.add(style));
        chunk.imports.forEach(add);
      };
      for (const one of Object.values(bundle))
        if (one.type === 'chunk' && one.facadeModuleId?.endsWith('/src/App.tsx')) add(one.fileName);
      return [...files].filter((file) => !html.includes(file)).map(linkTo);
    },
  },
};
const linkTo = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: {
    rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload',
    crossorigin: true,
    href: `./${file}`,
  },
  injectTo: 'head',
});

export default defineConfig({
  plugins: [react(), appWithMain, zippedBeside],
  // One build for every path that the server may be under: scripts find each other, and the server writes the path into the page.
  base: './',
  // The `source` condition reads packages/shared as TypeScript, so that the page never waits for its build.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // Nothing becomes a data: address: the Content-Security-Policy allows fonts and pictures from here only.
  build: {
    // The oldest browsers that README.md names; public/first-paint.js tells older ones.
    target: ['chrome111', 'edge111', 'firefox125', 'safari16.4'],
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Each with all that it imports, but for what an earlier one has: few scripts, and main.ts waits for none of the others.
          groups: [
            { name: 'main', test: /src\/main\.ts$/, priority: 3 },
            { name: 'app', test: /src\/App\.tsx$/, priority: 2 },
            {
              name: 'domain',
              test: /(shared\/src\/api|account\/(SignIn|Join|Mail)Page|home\/NewMapDialog)\.tsx?$/,
              priority: 1,
            },
            // The log comes with what plays it, or counts over it; requests where there are no sockets; a picture for phones with what shows one.
            {
              name: 'map',
              test: /src\/(MapRoute|(open(?!\/(?:fetchLog|mapRequests))|ui(?!\/QrCode)|relation)\/.*)\.tsx?$/,
              priority: 0,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': api,
      '/healthz': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
