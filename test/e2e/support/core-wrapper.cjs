// Starts the core as it is, and runs the script that lies in a test's file whenever SIGUSR2 comes.
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');

process.on('SIGUSR2', () => runInThisContext(readFileSync(process.env.GLUU_TEST_SCRIPT, 'utf8')));
require(process.env.GLUU_TEST_CORE);
