/** Something a person can mend: `message` is a whole sentence for them. */
export class Refused extends Error {}
