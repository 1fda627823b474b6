package fr.preau.network;

/**
 * What a school has and does at its busiest.
 *
 * @param pupils counted from the directory, ten at least
 * @param devices that the pupils work with
 * @param videos watched at the same time
 * @param sends photos or films sent at the same time
 */
record Uses(int pupils, int classes, int devices, int videos, int sends) {}
