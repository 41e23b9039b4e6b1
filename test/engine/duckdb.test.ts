import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import { engineContract, FILES } from './contract.ts';

engineContract(duckdb, FILES);
