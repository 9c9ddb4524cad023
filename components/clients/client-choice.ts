/** A client as the order form shows one to choose. */
export interface ClientChoice {
  id: number;
  name: string;
  /** Company, telephone, e-mail. */
  line: string;
}
