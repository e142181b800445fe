// Placeholder: answers /healthz and serves the pages.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

// eslint-disable-next-line no-restricted-properties -- until config.ts is there
const { PORT = '4000', WEB_DIST = '.' } = process.env;

createServer((request, response) => {
  const asked = path.join(WEB_DIST, path.normalize(request.url ?? '/'));
  if (request.url === '/healthz') response.end();
  else if (asked.endsWith('.js') && existsSync(asked)) {
    response.setHeader('content-type', 'text/javascript');
    createReadStream(asked).pipe(response);
  } else createReadStream(path.join(WEB_DIST, 'index.html')).pipe(response.setHeader('content-type', 'text/html'));
}).listen(Number(PORT));
