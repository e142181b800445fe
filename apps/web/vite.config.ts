import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;

export default defineConfig({
  plugins: [react()],
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
