/** Fewest people of a group, and most groups of a map. */
export const FEWEST = 2;
export const MOST_GROUPS = 60;
