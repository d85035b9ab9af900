export { type CitySize, citySizes } from './city-size.ts';
export { type CityToLoad, loadCity } from './load-city.ts';
export { curveTable, WordCount } from './curve/word-curve.ts';
export { WORLD_PASSWORD } from './steps/load-members.ts';
