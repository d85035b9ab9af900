// For `npx depcruise`: the same rules and options as tools/boundaries.ts.
import { boundaryRules } from './tools/boundary-rules.ts';
import { cruiseOptions } from './tools/boundaries.ts';

const { doNotFollow, exclude, tsPreCompilationDeps } = cruiseOptions;

export default {
  forbidden: boundaryRules,
  options: {
    doNotFollow,
    exclude,
    tsPreCompilationDeps,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
  },
};
