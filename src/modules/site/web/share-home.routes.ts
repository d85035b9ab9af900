import { config } from '#config';
import { get } from '#platform/http';
import { direction } from '#platform/i18n';
import { answerSharePicture, shareRoute } from '#platform/pictures';
import { siteWords } from '../locales/index.ts';

const HOUSE_HUE = 188;

/** The picture of shared links that have none of their own. */
export const shareHomeRoutes = [
  get('/share/home.jpg', shareRoute, (request) => {
    const { locale } = request.ctx.reader;
    return answerSharePicture(request, {
      name: 'home',
      card: {
        side: direction(locale) === 'rtl' ? 'right' : 'left',
        brand: config.brand.name[locale],
        title: config.brand.motto[locale],
        facts: siteWords(locale).home.shareLine,
        hue: HOUSE_HUE,
      },
    });
  }),
];
