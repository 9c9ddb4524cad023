import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Ctx } from '@/lib/domain/context';
import { createUser } from '@/lib/domain/users/create-user';
import { editUser } from '@/lib/domain/users/edit-user';
import { listUsers } from '@/lib/domain/users/list-users';
import { userByShell } from '@/lib/domain/users/schema';
import { setPassword } from '@/lib/domain/users/set-password';
import { usernameKey } from '@/lib/domain/users/write-user';
import { validate } from '@/lib/domain/validate';
import { CommandError, runCommand } from './command';

const usage = `npm run user -- add NAME --role admin|manager|viewer --password-stdin
npm run user -- list
npm run user -- disable NAME
npm run user -- passwd NAME --password-stdin`;

async function passwordFromStdin(asked: boolean | undefined): Promise<string> {
  if (!asked) throw new CommandError(`The password is read from standard input: --password-stdin\n${usage}`);
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}

async function idOf(ctx: Ctx, name: string): Promise<number> {
  const user = (await listUsers(ctx)).find((known) => known.usernameKey === usernameKey(name));
  if (!user) throw new CommandError(`There is no user ${name}.`);
  return user.id;
}

async function list(ctx: Ctx): Promise<number> {
  for (const { id, username, role, disabledAt } of await listUsers(ctx)) {
    process.stdout.write(`${id}\t${username}\t${role}${disabledAt === null ? '' : '\tdisabled'}\n`);
  }
  return 0;
}

await runCommand(async (ctx, args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  });
  const [verb, name] = positionals;
  if (verb === 'list') return list(ctx);
  if (name === undefined) throw new CommandError(usage);
  switch (verb) {
    case 'add': {
      const password = await passwordFromStdin(values['password-stdin']);
      const user = await createUser(ctx, validate(userByShell, { username: name, password, role: values.role }));
      process.stdout.write(`Added ${user.username} (${user.role}), id ${user.id}\n`);
      return 0;
    }
    case 'disable':
      await editUser(ctx, { id: await idOf(ctx, name), disabled: true });
      process.stdout.write(`Disabled ${name}\n`);
      return 0;
    case 'passwd':
      await setPassword(ctx, { id: await idOf(ctx, name), password: await passwordFromStdin(values['password-stdin']) });
      process.stdout.write(`Changed the password of ${name}\n`);
      return 0;
    default:
      throw new CommandError(usage);
  }
});
