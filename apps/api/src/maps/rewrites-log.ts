// [L2] The log is only written on. What may do more says so, and for its own transaction alone: a purge, or `delete-map`.
export const REWRITES_LOG = `select set_config('counterpoint.rewrites_log', $1, true)`;
