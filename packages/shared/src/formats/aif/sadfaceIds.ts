// SADFace asks for UUIDs of version 4, which are random; ours tell the time, and edges have none. One made of a name is
// the same each time the file is written, and two names have, for all purposes, never the same.

/** Odd, and far apart: each lane mixes the name in its own way. */
const LANES = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
// Looking up a global so often is slow in a context of its own, where tests run.
const { imul } = Math;

export function uuid4Of(name: string): string {
  const hex = LANES.map((factor, lane) => {
    let sum = 0x811c9dc5 ^ lane;
    for (let i = 0; i < name.length; i++) {
      sum = imul(sum ^ name.charCodeAt(i), factor);
      sum ^= sum >>> 15;
    }
    return (imul(sum ^ (sum >>> 13), factor) >>> 0).toString(16).padStart(8, '0');
  }).join('');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}
