import { connect, createServer, type Socket } from 'node:net';

/** A port before another one, which counts what goes through. */
export interface Proxy {
  readonly port: number;
  /** Bytes since the last time that it was asked: up to the server, and down from it. */
  taken(): { readonly up: number; readonly down: number };
  close(): void;
}

export function proxyTo(port: number): Promise<Proxy> {
  let [up, down] = [0, 0];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [client, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (chunk) => {
      up += chunk.length;
    });
    far.on('data', (chunk) => {
      down += chunk.length;
    });
    client.pipe(far);
    far.pipe(client);
  });
  const taken = () => {
    const counted = { up, down };
    [up, down] = [0, 0];
    return counted;
  };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const own = typeof address === 'object' && address !== null ? address.port : 0;
      const close = () => {
        server.close();
        for (const socket of open) socket.destroy();
      };
      resolve({ port: own, taken, close });
    });
  });
}
