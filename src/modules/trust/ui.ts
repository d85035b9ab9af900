export { LevelBadge, levelName } from './fragments/level-badge.tsx';
