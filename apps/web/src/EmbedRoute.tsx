// What the page of a map in somebody else's page is made of.
import { EmbedPage } from './exchange/EmbedPage.tsx';
import { HOUSE } from './MapRoute.tsx';
import { CANVAS } from './views.ts';

export const EmbedRoute = () => <EmbedPage house={HOUSE} load={CANVAS.load} />;
