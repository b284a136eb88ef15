# One target carries how everything is compiled.
add_library(xb_flags INTERFACE)
target_include_directories(xb_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(xb_flags INTERFACE TOML_HEADER_ONLY=0 BOOST_ASIO_NO_DEPRECATED
                           XB_VERSION="${PROJECT_VERSION}")
target_compile_options(xb_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual
    # Designated initialisers leave out what has a default; TRY is a statement expression.
    -Wno-missing-field-initializers -Wno-pedantic>
  # g++ 12 finds a variant of strings uninitialised wherever it inlines enough.
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-maybe-uninitialized>)

if(XB_WERROR)
  target_compile_options(xb_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()

if(XB_SANITIZE)
  # Short debug information and no optimisation: two cores build this in minutes.
  target_compile_options(xb_flags INTERFACE -fsanitize=${XB_SANITIZE} -fno-omit-frame-pointer -g1)
  # lld links a test program in a fraction of the time of ld.
  target_link_options(xb_flags INTERFACE -fsanitize=${XB_SANITIZE} -fuse-ld=lld)
  if(XB_SANITIZE MATCHES undefined)
    # SOCI hides the type information of its back ends, which the vptr check would ask for.
    target_compile_options(xb_flags INTERFACE -fno-sanitize-recover=undefined -fno-sanitize=vptr)
  endif()
  target_compile_definitions(xb_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" AND NOT XB_SANITIZE)
  target_compile_definitions(xb_flags INTERFACE _FORTIFY_SOURCE=2)
  target_compile_options(xb_flags INTERFACE -fstack-protector-strong -fcf-protection -g1)
  target_link_options(xb_flags INTERFACE -Wl,-z,relro,-z,now -pie)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()
