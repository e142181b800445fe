// Beside the page, so that a large map does not hold it up.
import { previewOf, type PreviewAsk } from './preview.ts';

self.onmessage = ({ data }: MessageEvent<PreviewAsk>) => {
  self.postMessage(previewOf(data));
};
