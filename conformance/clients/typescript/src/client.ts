import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.js";

/** What a server says no with. `code` never changes; `field` is there where one field was wrong. */
export type Refusal = components["schemas"]["Error"];

/** A refusal as an exception. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(`${refusal.error} (${status} ${refusal.code})`);
  }
}

const LONGEST_WAIT_SECONDS = 60;

/** A client whose calls and answers have the types of the server's own description. */
export function countersign(baseUrl: string, apiKey: string): Client<paths> {
  return createClient<paths>({
    baseUrl: baseUrl.replace(/\/$/, ""),
    headers: { Authorization: `Bearer ${apiKey}` },
    fetch: patientFetch,
  });
}

/** Waits as long as the server says and calls again: 429 and 503 mean that nothing was done. */
async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const worthIt = response.status === 429 || response.status === 503;
  if (!worthIt || !(seconds <= LONGEST_WAIT_SECONDS)) {
    return response;
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return fetch(again);
}

/** The data of an answer; throws what the server said where it said no. */
export function data<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new ApiError(answer.response.status, answer.error as Refusal);
  }
  return answer.data;
}
