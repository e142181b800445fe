// The bell of a debate: a short tone, made by the browser.
const TONE = 880;
const APART = 0.45;
const LASTS = 0.4;

let context: AudioContext | undefined;

/** Browsers let a page sound after a press only: this is called by one. */
export function openSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
}

export function ring(times: number): void {
  openSound();
  if (!context) return;
  for (let i = 0; i < times; i++) tone(context, context.currentTime + i * APART);
}

function tone(on: AudioContext, at: number): void {
  const [bell, volume] = [on.createOscillator(), on.createGain()];
  bell.frequency.value = TONE;
  volume.gain.setValueAtTime(0.25, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LASTS);
  bell.connect(volume).connect(on.destination);
  bell.start(at);
  bell.stop(at + LASTS);
}
