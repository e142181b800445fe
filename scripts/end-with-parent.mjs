// Loaded before the server (`node --import`): should its launcher be killed, the server ends as if asked to.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000).unref();
