/** In which order my maps stand. */
export const SORTS = ['latest', 'name', 'role'] as const;
export type Sort = (typeof SORTS)[number];
