# The CMake package of Debian's libonnx-dev gives its definitions to whatever links it, so that everything above a layer
# that uses ONNX would be compiled with them; this gives the library the target Onnx::onnx alone. model/onnx_proto.h
# has the definitions.
find_path(Onnx_INCLUDE_DIR onnx/onnx_pb.h)
find_library(Onnx_LIBRARY onnx)
find_library(Onnx_PROTO_LIBRARY onnx_proto)
find_library(Onnx_PROTOBUF_LIBRARY protobuf)
find_path(Onnx_PROTOBUF_INCLUDE_DIR google/protobuf/message.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Onnx REQUIRED_VARS Onnx_LIBRARY Onnx_PROTO_LIBRARY Onnx_PROTOBUF_LIBRARY
    Onnx_INCLUDE_DIR Onnx_PROTOBUF_INCLUDE_DIR)
if(Onnx_FOUND AND NOT TARGET Onnx::onnx)
    add_library(Onnx::onnx UNKNOWN IMPORTED)
    set_target_properties(Onnx::onnx PROPERTIES
        IMPORTED_LOCATION "${Onnx_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Onnx_INCLUDE_DIR};${Onnx_PROTOBUF_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES "${Onnx_PROTO_LIBRARY};${Onnx_PROTOBUF_LIBRARY}")
endif()
mark_as_advanced(Onnx_INCLUDE_DIR Onnx_LIBRARY Onnx_PROTO_LIBRARY Onnx_PROTOBUF_LIBRARY Onnx_PROTOBUF_INCLUDE_DIR)
