// Shows what the site pushes, and opens it when it is pressed. One notice is shown once, however often it comes.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { id, title, body, url, dir, locale } = event.data.json();
  const show = async () => {
    const shown = await self.registration.getNotifications({ tag: id });
    if (shown.length > 0) return;
    await self.registration.showNotification(title, {
      tag: id,
      body,
      dir,
      lang: locale,
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      data: { url },
    });
  };
  event.waitUntil(show());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data;
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window' });
    const page = pages.find((one) => one.url === url) ?? pages.find((one) => 'navigate' in one);
    if (!page) return self.clients.openWindow(url);
    await page.focus();
    return page.url === url ? page : page.navigate(url);
  };
  event.waitUntil(open());
});
