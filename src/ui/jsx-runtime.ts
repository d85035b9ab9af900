/** The one place that names the JSX library; the compiler finds it as `#jsx/jsx-runtime`. */
export { Fragment, type JSX, jsx, jsxs } from 'preact/jsx-runtime';
