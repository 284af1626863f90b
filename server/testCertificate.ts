/** A certificate for localhost and 127.0.0.1 that only tests use, valid until the year 2126. It vouches for nothing: the key is public. */
export const testCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUex0b0AmM0uZNMzs6I7AOfFZCh1QwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIzMDQxNFoYDzIxMjYxMDI4
MjMwNDE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARgl4nTW3q/+2KH/lTzNVlU/rcaz/9rq8G2sKnPxFIq43uVhpZJtQzf
tF+qpe2ncKxuWnvH5eP5GktDGDPo6iAqo28wbTAdBgNVHQ4EFgQUwOD7Bgvvs/bd
dbgFN2Womlxy67wwHwYDVR0jBBgwFoAUwOD7Bgvvs/bddbgFN2Womlxy67wwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgZIZCCVpiCDbNRj40t3i7RruoGGR5ls6prrs3mGh47TwCIB06
eqd2cffTIjU06m7gujSuBLIojT2XLWTeNCuzrhdn
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzel0tmqDq6zT/Phx
7rl3drBjeAu05G9rfBw6VmOP5xyhRANCAARgl4nTW3q/+2KH/lTzNVlU/rcaz/9r
q8G2sKnPxFIq43uVhpZJtQzftF+qpe2ncKxuWnvH5eP5GktDGDPo6iAq
-----END PRIVATE KEY-----
`,
}
