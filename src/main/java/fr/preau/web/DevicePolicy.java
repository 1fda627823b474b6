package fr.preau.web;

/** Which parts of the device a page may use (Permissions Policy): none, but where one records. */
public final class DevicePolicy {
    public static final String USUAL = "camera=(), geolocation=(), microphone=(), payment=()";
    static final String RECORDING = "camera=(), geolocation=(), microphone=(self), payment=()";

    private DevicePolicy() {}
}
