// An nginx in front of a server, with the part of its configuration that README.md shows, or another.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNginx } from './find-nginx.mjs';
import { PATIENCE } from './patience.ts';

export interface Nginx {
  /** Without a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** `locations` is what stands in `server`. */
export async function startNginx(
  locations: string,
  { tls }: { readonly tls: boolean },
  port: number,
): Promise<Nginx> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nginx-'));
  const at = (name: string): string => path.join(folder, name);
  if (tls) certify(at('key.pem'), at('certificate.pem'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const certificate = `ssl_certificate ${at('certificate.pem')}; ssl_certificate_key ${at('key.pem')};`;
  fs.writeFileSync(
    at('nginx.conf'),
    `daemon off; master_process off; pid ${at('pid')}; error_log ${at('error.log')};
    events {}
    http {
      access_log off; client_max_body_size 20m;
      ${temporary.map((name) => `${name}_temp_path ${at(name)};`).join('\n')}
      server { listen 127.0.0.1:${port}${tls ? ' ssl' : ''}; ${tls ? certificate : ''} ${locations} }
    }`,
  );
  const child = spawn(findNginx(), ['-p', folder, '-c', at('nginx.conf'), '-e', at('error.log')], {
    stdio: 'ignore',
  });
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const deadline = performance.now() + PATIENCE;
  while (!(await listens(port))) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`nginx did not start:\n${fs.readFileSync(at('error.log'), 'utf8')}`);
    await sleep(30);
  }
  return {
    url,
    stop: async () => {
      process.off('exit', end);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

function certify(key: string, certificate: string): void {
  const about = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...about], { stdio: 'ignore' }); // prettier-ignore
}
