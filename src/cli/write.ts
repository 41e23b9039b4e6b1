import type { Output } from './process.ts';

/**
 * Writes all of a text, or all bytes, and waits until it is taken. A reader that has left (`| head`) is no failure: what it did not
 * want is dropped in silence.
 */
export function write(stream: Output, text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    };
    // Node reports a closed pipe to the callback and as an event: without a listener the event is an exception.
    if (stream.listenerCount('error') === 0) stream.on('error', settle);
    stream.write(text, settle);
  });
}
