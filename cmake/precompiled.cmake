# What nearly every file includes, read once for all of them: that is half of compiling most.
# `./dev check` does without, so that a file that forgets an include is found there.
option(XB_PRECOMPILED "Read the headers that most files include only once" ON)

# xb_precompiled(TARGET HEADERS … LINK …): what xb_precompile may then name.
function(xb_precompiled target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINK")
  if(XB_PRECOMPILED)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/${target}.cpp CONTENT "// Headers only.\n")
    add_library(${target} STATIC ${CMAKE_BINARY_DIR}/${target}.cpp)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE xb_flags Boost::json ${arg_LINK})
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cstdint>
      <filesystem> <fstream> <functional> <future> <map> <memory> <mutex> <optional> <set> <span>
      <sstream> <string> <string_view> <thread> <utility> <variant> <vector>
      <boost/describe.hpp> <boost/json.hpp> <boost/mp11.hpp> <tl/expected.hpp> ${arg_HEADERS})
    if(XB_EMITS_PRECOMPILED)
      xb_emit_precompiled(${target})
    endif()
  endif()
endfunction()

# clang emits the functions of such headers once, too, and not in each file that calls them: half
# of compiling most tests. What calls them links ${target}_code.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND XB_SANITIZE)
  set(XB_EMITS_PRECOMPILED ON)
endif()
function(xb_emit_precompiled target)
  target_compile_options(${target} PRIVATE -fpch-codegen)
  set(copy ${CMAKE_BINARY_DIR}/${target}.ast)
  add_custom_command(OUTPUT ${copy} DEPENDS ${target} VERBATIM COMMAND ${CMAKE_COMMAND} -E copy
    ${CMAKE_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.pch ${copy})
  # Told a language, CMake says -x c++; the last one counts. There is nothing left to include.
  set_source_files_properties(${copy} PROPERTIES LANGUAGE CXX
                              COMPILE_OPTIONS "-x;ast;-Wno-unused-command-line-argument")
  add_library(${target}_code STATIC ${copy})
  target_link_libraries(${target}_code PRIVATE xb_flags)
  # They call more than each program links; what nobody calls is left out before it is missed.
  target_link_options(${target}_code INTERFACE -Wl,--gc-sections)
endfunction()

function(xb_precompile target precompiled)
  if(XB_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${precompiled})
    if(XB_EMITS_PRECOMPILED)
      target_link_libraries(${target} PUBLIC ${precompiled}_code)
    endif()
  endif()
endfunction()

# Of each storey of src/ its own: its code reads what lies below it, its tests the fixtures, too.
set(platform_code core/json_struct.h platform/storage/database.h platform/storage/list.h
    platform/storage/work.h platform/sealing/rows.h platform/evidence/log.h
    platform/identity/types.h)
set(modules_code ${platform_code} modules/complaints/service.h modules/complaints/store.h
    platform/approvals/service.h platform/exchange/import.h)
set(app_code ${modules_code} app/installation.h platform/http/router.h modules/complaints/reading/service.h
    modules/referrals/types.h)
set(platform_tests ${platform_code})
set(modules_tests ${modules_code} modules/complaints/decision/deciding_fixture.h
    modules/complaints/working/working_fixture.h)
set(app_tests ${app_code} app/api_fixture.h)
foreach(storey platform modules app)
  list(TRANSFORM ${storey}_code PREPEND ${CMAKE_SOURCE_DIR}/src/)
  xb_precompiled(xb_precompiled_${storey} HEADERS ${${storey}_code})
  if(TARGET GTest::gtest)
    list(TRANSFORM ${storey}_tests PREPEND ${CMAKE_SOURCE_DIR}/src/)
    xb_precompiled(xb_precompiled_${storey}_tests HEADERS <gtest/gtest.h>
                   ${CMAKE_SOURCE_DIR}/test/support/bank.h
                   ${CMAKE_SOURCE_DIR}/test/support/reading.h
                   ${CMAKE_SOURCE_DIR}/test/support/world.h ${${storey}_tests} LINK GTest::gtest)
  endif()
endforeach()
