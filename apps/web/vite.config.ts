import react from '@vitejs/plugin-react';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  plugins: [react(), zippedBeside],
  // The `source` condition reads packages/shared as TypeScript, so that the page never waits for its build.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // Nothing becomes a data: address: the Content-Security-Policy allows fonts and pictures from here only.
  build: { chunkSizeWarningLimit: 1500, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': api,
      '/healthz': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
