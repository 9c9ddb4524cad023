interface Named {
  firstName: string;
  lastName: string;
  middleName?: string | null;
  company: string;
}

/** «Имя Фамилия», as the API shows it; the company's name when there is no person. */
export function fullName({ firstName, lastName, company }: Named): string {
  return [firstName, lastName].filter(Boolean).join(' ') || company;
}

/** «Фамилия Имя Отчество», as the pages show it; the company's name when there is no person. */
export function formalName({ firstName, lastName, middleName, company }: Named): string {
  return [lastName, firstName, middleName].filter(Boolean).join(' ') || company;
}

/** What a client is called when nothing is left of him but his number; stored as his company, so that every list knows it. */
export function erasedName(id: number): string {
  return `Удалённый клиент № ${id}`;
}
