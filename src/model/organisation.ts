/**
 * The organisation of a case study as readers see it: its name, or nothing where the source names nobody,
 * which authors write by leaving the field out or by `anonymous`.
 */
export const namedOrganisation = ({
  organisation,
}: {
  readonly organisation?: string | null | undefined;
}): string | undefined =>
  !organisation || organisation.toLowerCase() === 'anonymous' ? undefined : organisation;
