package io.hearth.registry;

/**
 * What happened since the registry was opened.
 *
 * @param reports reports understood, in part at least
 * @param refusedReports reports of which something could not be understood
 * @param refusedAnnouncements announcements that could not be understood
 * @param commits groups of changes written to disk
 */
public record RegistryCounts(
    long reports, long refusedReports, long refusedAnnouncements, long commits) {}
