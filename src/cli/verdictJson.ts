import type { Report } from '../check.ts';
import type { Amount, Asset } from '../decode/Action.ts';
import type { Registry } from '../registry/Registry.ts';
import type { Consequence } from '../simulate/Consequence.ts';

/** The JSON verdict of `countersign check` (design: cli.md). Amounts are decimal strings in base units. */
export function verdictJson(report: Report, registry: Registry | null): Record<string, unknown> {
  const { explanation, verdict, consequences } = report;
  const assetJson = (asset: Asset): Record<string, unknown> => ({
    type: asset.type,
    ...(asset.type === 'native' ? {} : { address: asset.address }),
    ...symbolOf(asset, report, registry),
    ...('id' in asset && asset.id !== null ? { id: asset.id.toString() } : {}),
  });
  const moved = (kind: 'leaves' | 'arrives') =>
    ofKind(consequences, kind).map((consequence, index) => ({
      asset: assetJson(consequence.asset),
      amount: amountJson(consequence.amount),
      text: explanation[kind][index]?.text ?? '',
      basis: consequence.basis,
      ...(consequence.debtOf === undefined ? {} : { debtOf: consequence.debtOf }),
    }));
  return {
    level: verdict.level,
    headline: explanation.headline,
    leaves: moved('leaves'),
    arrives: moved('arrives'),
    grants: ofKind(consequences, 'grants').map((grant, index) => ({
      to: grant.to,
      power: grant.power,
      over:
        grant.over.type === 'collection' ? { type: 'collection', address: grant.over.address } : assetJson(grant.over),
      limit: amountJson(grant.limit),
      until: grant.until === 'revoked' ? 'revoked' : Number(grant.until),
      revocable: grant.revocable,
      text: explanation.grants[index]?.text ?? '',
      basis: grant.basis,
    })),
    control: ofKind(consequences, 'control').map((control, index) => ({
      of: control.of,
      to: control.to,
      text: explanation.control[index]?.text ?? '',
      basis: control.basis,
    })),
    identity: ofKind(consequences, 'identity').map((identity, index) => ({
      to: identity.to,
      scope: identity.scope,
      text: explanation.identity[index]?.text ?? '',
    })),
    reasons: explanation.reasons.map(({ detector, family, severity, text, sources }) => ({
      detector,
      family,
      severity,
      text,
      sources,
    })),
    advice: explanation.advice,
    action: jsonable(report.action),
    coverage: verdict.coverage,
    ...(report.digests === null ? {} : { digests: digestsJson(report.digests) }),
    timingsMs: report.timingsMs,
  };
}

function ofKind<K extends Consequence['kind']>(
  consequences: readonly Consequence[],
  kind: K,
): Extract<Consequence, { kind: K }>[] {
  return consequences.filter((one): one is Extract<Consequence, { kind: K }> => one.kind === kind);
}

function amountJson(amount: Amount): string {
  return typeof amount === 'bigint' ? amount.toString() : amount;
}

function digestsJson(digests: NonNullable<Report['digests']>): Record<string, string> {
  const { kind: _, ...hashes } = digests;
  return hashes;
}

/** A registry's word on the symbol, else the contract's own: a machine reader sees the address beside it. */
function symbolOf(asset: Asset, report: Report, registry: Registry | null): { symbol?: string } {
  const chainId = report.chain?.chainId ?? report.request.chainId ?? 1;
  const symbol =
    asset.type === 'native'
      ? registry?.chain(chainId)?.nativeSymbol
      : (registry?.token(chainId, asset.address)?.symbol ?? report.chain?.tokens.get(asset.address)?.symbol);
  return symbol === undefined || symbol === null ? {} : { symbol };
}

/** bigint -> decimal string, everywhere; the rest as it is. */
export function jsonable(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(jsonable);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonable(inner)]));
  }
  return value;
}
