// Properties are tried on the same cases on every machine. FC_SEED=<number> tries others; a failure prints its seed.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_250_219) });
