import { expect, test } from 'vitest';
import { oneC } from './1c/provider';
import { choosesTopics, readConnection, readSecrets, textsOfSettings } from './read-input';
import { webhook } from './webhook/provider';

const oneCTexts = { login: 'kassa', 'statuses.Pending': 'Новый, К отгрузке', 'statuses.Completed': ' Закрыт ', accept_new: 'yes' };

test('every bad field is told at once', () => {
  const read = () => readConnection(webhook, { name: ' ', texts: { url: 'ftp://x' }, topics: [] }, { secret: [{ rule: 'required' }] });
  expect(read).toThrow(
    expect.objectContaining({
      code: 'validation',
      details: {
        fields: {
          name: [{ rule: 'required' }],
          url: [{ rule: 'url' }],
          topics: [{ rule: 'topics' }],
          secret: [{ rule: 'required' }],
        },
      },
    }),
  );
});

test('an event that there is none of is refused', () => {
  const read = () => readConnection(webhook, { name: 'X', texts: { url: 'https://x.example' }, topics: ['order.eaten'] });
  expect(read).toThrow(expect.objectContaining({ code: 'validation' }));
});

test('words of theirs by ours become a table, and come back into the form', () => {
  const { settings, topics } = readConnection(oneC, { name: '1С', texts: oneCTexts, topics: [] });
  expect(settings).toMatchObject({
    login: 'kassa',
    accept_new: true,
    statuses: { Новый: 'Pending', 'К отгрузке': 'Pending', Закрыт: 'Completed' },
  });
  expect(topics).toEqual(oneC.topics);
  const texts = textsOfSettings(settings);
  expect(texts).toMatchObject({
    login: 'kassa',
    accept_new: 'true',
    'statuses.Pending': 'Новый, К отгрузке',
    'statuses.Completed': 'Закрыт',
  });
  expect(readConnection(oneC, { name: '1С', texts, topics: [] }).settings).toEqual(settings);
});

test('what the form does not ask for is not taken', () => {
  const { settings } = readConnection(webhook, {
    name: 'X',
    texts: { url: 'https://x.example', mapping: '{}' },
    topics: ['order.created'],
  });
  expect(settings).toEqual({ url: 'https://x.example', full: '1' });
});

test('made secrets take no value from anybody; only a webhook chooses its events', () => {
  expect(readSecrets(webhook, { secret: 'mine' })).toEqual([{ name: 'secret', origin: 'made', value: undefined }]);
  expect(readSecrets(oneC, { password: 'p' })).toEqual([{ name: 'password', origin: 'password', value: 'p' }]);
  expect([choosesTopics(webhook), choosesTopics(oneC)]).toEqual([true, false]);
});
