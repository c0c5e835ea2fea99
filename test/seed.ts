import fc from 'fast-check';

/**
 * Property tests try the same cases in every run, so that a change is what makes them fail. Others are tried with
 * `FAST_CHECK_SEED=number npm test -- unit engine`, and by the fuzzer. A list or text whose greatest length is named gets as
 * long as that: left to itself, no list has more than ten items.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20201123), defaultSizeToMaxWhenMaxSpecified: true });
