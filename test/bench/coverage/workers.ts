import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type SpendingName, type Trial, tryCommunity } from './trial.ts';

/** Every `step`th community from `first` on. */
interface Share {
  readonly spending: SpendingName;
  readonly communities: number;
  readonly first: number;
  readonly step: number;
}

/** Tries the communities 0, 1, 2 … on all processors; the answer does not depend on how many there are. */
export async function tryCommunities(spending: SpendingName, communities: number): Promise<Trial[]> {
  const step = availableParallelism();
  const shares = Array.from({ length: step }, (_, first) => inWorker({ spending, communities, first, step }));
  const trials = await Promise.all(shares);
  return Array.from({ length: communities }, (_, number) => trials[number % step]![Math.floor(number / step)]!);
}

function inWorker(share: Share): Promise<Trial[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function tryShare({ spending, communities, first, step }: Share): Trial[] {
  const trials: Trial[] = [];
  for (let number = first; number < communities; number += step) trials.push(tryCommunity(spending, number));
  return trials;
}

// This file is bundled with all that it imports, so that a worker starts where the program did.
if (!isMainThread) parentPort?.postMessage(tryShare(workerData as Share));
