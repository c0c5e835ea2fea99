import { message } from '../finding/message.ts';
import type { DocumentedNames } from '../formats/documentedNames.ts';
import type { Span } from './ast.ts';
import { documentedFields, fieldNames } from './fields.ts';
import { nearNames } from './nearNames.ts';
import { queryError, type QueryError } from './queryError.ts';

/** Says that a name is that of no field, and which names are near. */
export function unknownField(name: string, span: Span, documented: DocumentedNames): QueryError {
  if (/^(?:caller|target|key)\..*\.$/is.test(name)) {
    return queryError(span, 'query.unfinishedName', name);
  }
  const suggestions = nearFields(name, documented);
  return suggestions.length === 0
    ? queryError(span, 'query.unknownField', name)
    : { message: message('query.unknownFieldNear', name, suggestions.join(', ')), span, suggestions };
}

/** Near names; of a mistyped `caller.…` and its kin, the part before the dot is put right. Else near documented paths. */
function nearFields(name: string, documented: DocumentedNames): readonly string[] {
  const dot = name.indexOf('.');
  const whole = dot === name.length - 1 ? name.slice(0, dot) : name;
  const own =
    dot > 0 && whole === name
      ? nearNames(name.slice(0, dot), ['caller', 'target', 'key']).map((head) => head + name.slice(dot))
      : nearNames(whole, fieldNames);
  return own.length > 0 ? own : nearPaths(whole, documented);
}

/** Near documented paths. Those that a whole key only begins with are not near: `http` of an address is no field. */
function nearPaths(name: string, documented: DocumentedNames): readonly string[] {
  const folded = name.toLowerCase();
  const isKey = !name.includes('.');
  const names = documentedFields(documented).map((field) => field.name);
  return nearNames(
    name,
    names.filter((path) => !(isKey && path.length > name.length && path.toLowerCase().startsWith(folded))),
  );
}
