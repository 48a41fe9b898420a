import type { Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Longest wait for a collector; at the end of a server, too. */
const LONGEST_WAIT_MS = 3000;

/** Where spans go: an OTLP collector (HTTP, JSON), and by which name. */
export interface TracingConfig {
  /** Address without a path: `http://127.0.0.1:4318`. */
  readonly endpoint: string;
  readonly service: string;
}

/** A tracer that sends what it traces now and then; what a collector does not take is dropped, and nobody waits for it. */
export function otlpTracer(
  { endpoint, service }: TracingConfig,
  release: string,
): { readonly tracer: Tracer; close(): Promise<void> } {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: LONGEST_WAIT_MS,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': release }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  return { tracer: provider.getTracer('dateline', release), close: () => provider.shutdown().catch(() => undefined) };
}
