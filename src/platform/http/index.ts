export { buildHttp, type HttpApp } from './app.ts';
export { type HttpSettings, type RefusalWords, type Visitor } from './environment.ts';
export { formValues, type FormResult, type FormValues, readForm } from './forms.ts';
export { type PageCache } from './sharing/page-cache.ts';
export {
  type Access,
  type Answer,
  type Flash,
  get,
  type HttpRequest,
  json,
  machine,
  type Method,
  movedTo,
  page,
  post,
  type Route,
  type RouteOptions,
  seeOther,
  type TextAnswer,
  type UploadedFile,
} from './route.ts';
export { sharedPage } from './sharing/shared-page.ts';
export { cookieLine, cookieOf } from './visit.ts';
