import { duckdb } from '../../src/engine/duckdb/cohorts.ts';
import { engineContract } from './contract.ts';

engineContract(duckdb);
