// How many tests passed and failed, from the reporters' own files. What broke without a test to blame counts as one.

/** @param {boolean} ended whether the command itself succeeded */
function total(passed, failed, ended) {
  const unexplained = failed === 0 && (!ended || passed === 0)
  return { passed, failed: unexplained ? 1 : failed }
}

/** A file that could not even be loaded has no tests; it counts as one that failed. */
export function countVitest(report, ended) {
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return total(report.numPassedTests, report.numFailedTests + unloaded.length, ended)
}

/** Retries are off, so that flaky counts as failed. */
export function countPlaywright(report, ended) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return total(expected, unexpected + flaky, ended)
}
