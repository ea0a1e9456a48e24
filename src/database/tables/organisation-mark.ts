/** Of migration 023. */
export interface OrganisationMarkTables {
  /** One row, another for every state of the organisation. */
  organisation_mark: { one: boolean; mark: string }
}
