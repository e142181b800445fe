import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Story } from '@counterpoint/shared';
import { inPictures } from './inPictures.ts';
import { createPlayer } from './player.ts';

afterEach(() => {
  jest.useRealTimers();
});

/** Moments at 0, 10, 20 and 30 s of the story, as versions 1, 3, 5 and 7; a phase runs from version 3 to 7. */
const story: Story = {
  moments: [0, 1, 2, 3].map((i) => ({ version: 1 + 2 * i, at: i * 10_000, from: i * 10_000, brought: [] })),
  phases: [{ name: 'P', side: null, version: 3, until: 7, from: 10_000, to: 30_000 }],
  length: 30_000,
};

describe('the player', () => {
  it('[S-26] goes moment by moment and phase by phase, and stays between the first and the last', () => {
    const player = createPlayer(story, 7);
    const at = () => player.getState().version;
    const steps = [() => player.step(1), () => player.step(-1), () => player.step(-9), () => player.stepPhase(1), () => player.stepPhase(1), () => player.stepPhase(1), () => player.stepPhase(-1)]; // prettier-ignore
    expect(steps.map((step) => (step(), at()))).toEqual([7, 5, 1, 3, 7, 7, 3]);
    expect(player.getState().told).toBe(3);
  });

  it('[S-26] plays in the time of the story, waits for nothing long, and rests at the end', () => {
    jest.useFakeTimers();
    const player = createPlayer(story, 7);
    player.hasten(8);
    const seen: number[] = [];
    player.subscribe(({ version }, before) => version !== before.version && seen.push(version));
    player.play(true);
    expect(player.getState().version).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(player.getState().version).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(player.getState()).toMatchObject({ version: 3, playing: true });
    jest.advanceTimersByTime(10_000);
    expect(player.getState()).toMatchObject({ version: 7, told: 7, playing: false });
    expect(seen).toEqual([1, 3, 5, 7]);
    player.hasten(1);
    player.play(true);
    jest.advanceTimersByTime(1_300);
    expect(player.getState().version).toBe(1);
    jest.advanceTimersByTime(500);
    expect(player.getState().version).toBe(3);
    player.step(1);
    expect(player.getState()).toMatchObject({ version: 5, playing: false });
  });

  it('[S-26] while it is dragged tells of what happened where it rests, and turns the map at most once a picture', () => {
    jest.useFakeTimers();
    const player = createPlayer(story, 7);
    const turned: number[] = [];
    const stop = inPictures(player, (version) => turned.push(version));
    player.drag(true);
    for (const version of [1, 3, 5]) player.goTo(version);
    expect(player.getState()).toMatchObject({ version: 5, told: 7 });
    jest.advanceTimersByTime(20);
    expect(turned).toEqual([5]);
    jest.advanceTimersByTime(200);
    expect(player.getState().told).toBe(5);
    player.goTo(3);
    player.drag(false);
    expect(player.getState().told).toBe(3);
    stop();
    jest.advanceTimersByTime(100);
    expect(turned).toEqual([5]);
  });
});
