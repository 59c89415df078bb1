/** Work is somebody's until a time; who does not end it by then, or renew it, loses it. Times are ISO UTC. */
export interface Lease {
  readonly owner: string;
  readonly leaseUntil: string;
  readonly now: string;
}
