import fc from 'fast-check';

/** One seed for every property, so that a run can be repeated; another is tried with TEST_SEED=<number>. */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 20160216) });
